// Answers questions with the package: node answer.js PACKAGE REQUESTS ANSWERS
// Of each line of the requests, {"file": path, "questions": [{"question": …, "party": …}]}, one line: a list of [who decides, may].
"use strict";

const fs = require("fs");
const [source, requests, answers] = process.argv.slice(2);
const { load } = require(source);
const lines = fs.readFileSync(requests, "utf8").split("\n").filter((line) => line.length > 0);
const out = fs.openSync(answers, "w");
for (const line of lines) {
  const request = JSON.parse(line);
  const scheme = load(fs.readFileSync(request.file, "utf8"));
  const found = request.questions.map((asked) => [scheme.whoDecides(asked.question), scheme.may(asked.party, asked.question)]);
  fs.writeSync(out, JSON.stringify({ failures: scheme.failures(), found }) + "\n");
}
