// Answers the questions of a file with the script of a built site: node ask.js SITE QUESTIONS ANSWERS
"use strict";

const fs = require("fs");
const path = require("path");

const [site, questions, answers] = process.argv.slice(2);
globalThis.window = globalThis;
const run = (file) => (0, eval)(fs.readFileSync(path.join(site, file), "utf8"));
run("data/site.js");
run("assets/decide.js");
const asked = JSON.parse(fs.readFileSync(questions, "utf8"));
const found = asked.map((question) => {
  if (!globalThis.DelegationAnswers || !globalThis.DelegationAnswers[question.subject]) {
    run("data/answers-" + question.subject + ".js");
  }
  const answer = globalThis.DelegationDecide.decide(globalThis.DelegationSite, globalThis.DelegationAnswers[question.subject], question);
  if (answer !== null) {
    answer.summary = globalThis.DelegationDecide.summary(answer);
  }
  return answer;
});
fs.writeFileSync(answers, JSON.stringify(found));
