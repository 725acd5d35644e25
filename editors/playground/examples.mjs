// Copies the schemes that `delegation new` begins with, each of one file, and lists them for the page:   node examples.mjs FROM TO
import fs from "node:fs";
import path from "node:path";

// What the page opens with.
const first = "nhs-trust.delegation";

const [from, to] = process.argv.slice(2);
const folders = fs.readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
const list = folders.map((folder) => {
  const file = folder + ".delegation";
  fs.copyFileSync(path.join(from, folder, "main.delegation"), path.join(to, file));
  const words = folder.replace(/-/g, " ");
  const title = words === "icb" ? "an integrated care board" : words === "nhs trust" ? "an NHS trust" : (/^[aeiou]/.test(words) ? "an " : "a ") + words + (words === "parish" ? " council" : "");
  const question = fs.readFileSync(path.join(from, folder, "questions.txt"), "utf8").split("\n").find((line) => line.trim() !== "" && !line.startsWith("//")) ?? "";
  return { file, title, question };
}).sort((a, b) => Number(b.file === first) - Number(a.file === first));
fs.writeFileSync(path.join(to, "index.json"), JSON.stringify(list, null, 2) + "\n");
