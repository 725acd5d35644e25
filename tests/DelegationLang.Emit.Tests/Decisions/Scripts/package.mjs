// Loads the package in each way that a program may, and prints what each answers: node package.mjs PACKAGE DECISIONS
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const [folder, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const { load } = await import(pathToFileURL(`${folder}/index.mjs`));
const page = vm.createContext({});
vm.runInContext(readFileSync(`${folder}/decide.js`, 'utf8'), page);
const question = { subject: 'goods', amount: { value: '100000.00', basis: 'contract' }, day: '2026-05-01' };
for (const way of [load, createRequire(import.meta.url)(`${folder}/decide.js`).load, page.DelegationDecide.load]) {
  console.log(JSON.stringify(way(text).whoDecides(question).deciders));
}

const scheme = load(JSON.parse(text));
for (const wrong of [{ amount: 0.5 }, { amount: '-1' }, { amount: '1e6' }, { day: '2026-02-30' }, { subject: 'nothing' }, { place: 'nowhere' }, { unknown: 1 }, { facts: { nothing: true } }, { amount: { value: '1', vat: 'some' } }]) {
  try {
    console.log(scheme.whoDecides({ ...question, ...wrong }).outcome);
  } catch (error) {
    console.log(error.name);
  }
}
