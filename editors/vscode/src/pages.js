"use strict";

// Pages in the editor: each with its own script and style and no others.

const crypto = require("crypto");
const fs = require("fs");
const path = require("path");

const media = path.join(__dirname, "..", "media");

/** What lies in the folder of pages, scripts and styles. */
const read = (name) => fs.readFileSync(path.join(media, name), "utf8");

/** A word that lets in what bears it, and is another each time. */
const nonce = () => crypto.randomBytes(16).toString("hex");

/** A page with a script, a style and a body of ours. */
function page(name, title) {
  const word = nonce();
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${word}'; style-src 'nonce-${word}'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style nonce="${word}">${read(name + ".css")}</style>
</head>
<body>
${read(name + ".html")}
<script nonce="${word}">${read(name + ".js")}</script>
</body>
</html>`;
}

module.exports = { page, read, nonce };
