// Called by check.sh with the logs and the built schemes to validate.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const here = dirname(fileURLToPath(import.meta.url));
const read = path => JSON.parse(readFileSync(path, 'utf8'));
let failures = 0;

function expect(isValid, wanted, what, errors) {
  if (isValid !== wanted) {
    failures++;
    console.error(`schemas: ${what} ${wanted ? 'is not valid' : 'passes, and must not'}`, errors ?? '');
  }
}

// Strict: a keyword that does not exist is an error in our own schema.
const ours = new Ajv({ strict: true, allErrors: true });
const settings = ours.compile(read(join(here, '../../schemas/delegation.schema.json')));
for (const [value, wanted] of [
  [{}, true],
  [{ $schema: 'delegation.schema.json', files: ['main.delegation', 'places/*.delegation'], severity: { DL3010: 'off', DL3012: 'error' } }, true],
  [{ severity: { DL9999: 'off' } }, false],
  [{ severity: { DL3010: 'warn' } }, false],
  [{ file: [] }, false],
]) {
  expect(settings(value), wanted, JSON.stringify(value), settings.errors);
}

const built = ours.compile(read(join(here, '../../schemas/scheme.schema.json')));
const decisions = ours.compile(read(join(here, '../../schemas/decisions.schema.json')));
const coverage = ours.compile(read(join(here, '../../schemas/coverage.schema.json')));
ours.compile(read(join(here, '../../schemas/diff.schema.json')));
const compared = ours.compile(read(join(here, '../../schemas/compare.schema.json')));

// Theirs annotates with keywords of its own age.
const theirs = new Ajv({ strict: false, allErrors: true });
addFormats(theirs);
const sarif = theirs.compile(read(join(here, 'sarif-2.1.0.json')));
const files = process.argv.slice(2);
for (const file of files.filter(file => file.endsWith('scheme.json'))) {
  const scheme = read(file);
  expect(built(scheme), true, file, built.errors);
  scheme.addedLater = true;
  expect(built(scheme), true, `${file} with a member of a later version`, built.errors);
  delete scheme.space;
  expect(built(scheme), false, `${file} without its decision space`);
}

for (const file of files.filter(file => file.endsWith('decisions.json'))) {
  const cells = read(file);
  expect(decisions(cells), true, file, decisions.errors);
  cells.trees[0].splits = [[0]];
  expect(decisions(cells), false, `${file} with a split that leads nowhere`);
}

for (const file of files.filter(file => file.endsWith('.compare.json'))) {
  const bodies = read(file);
  expect(compared(bodies), true, file, compared.errors);
  delete bodies.shared[0].sides[0].deciders;
  expect(compared(bodies), false, `${file} with a side that says nothing`);
}

for (const file of files.filter(file => file.endsWith('.coverage.json'))) {
  const list = read(file);
  expect(coverage(list), true, file, coverage.errors);
  list.subjects.push({ name: 'nothing' });
  expect(coverage(list), false, `${file} with a subject that says nothing`);
}

for (const file of files.filter(file => file.endsWith('.sarif'))) {
  const log = read(file);
  expect(sarif(log), true, file, sarif.errors);
  log.runs[0].results.push({ ruleId: 'DL0000' });
  expect(sarif(log), false, `${file} with a result that says nothing`);
}

console.log(`schemas: ${files.length} files checked`);
process.exit(failures === 0 ? 0 : 1);
