// Where the text is kept: in this browser, and in a link that holds all of it.

const place = "delegation.text";

/** The text as it was last written in this browser. */
export class Kept {
  get text() {
    try {
      return localStorage.getItem(place);
    } catch {
      return null;
    }
  }

  set text(text) {
    try {
      localStorage.setItem(place, text);
    } catch {
      // A browser that keeps nothing, or has no room: the text stays in the page.
    }
  }
}

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** The part of an address that holds a text. */
export async function linkTo(text) {
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  let letters = "";
  for (let at = 0; at < packed.length; at += 8192) {
    letters += String.fromCharCode(...packed.subarray(at, at + 8192));
  }

  return "#text=" + btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The text that the part of an address holds; null where it holds none, or not a whole one. */
export async function textOfLink(hash) {
  if (!hash.startsWith("#text=")) {
    return null;
  }

  try {
    const letters = atob(hash.slice(6).replace(/-/g, "+").replace(/_/g, "/"));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(new DecompressionStream("deflate-raw"), packed));
  } catch {
    return null;
  }
}
