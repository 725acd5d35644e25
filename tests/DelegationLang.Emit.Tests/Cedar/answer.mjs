// Puts requests to Cedar: node answer.mjs REQUESTS ANSWERS
// Of each line of the requests, {"folder": path, "requests": [{principal, action, resource, context}]}, one line: what validation finds, and whether each is allowed.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { policySetTextToParts, preparsePolicySet, preparseSchema, statefulIsAuthorized, validate } from '@cedar-policy/cedar-wasm/nodejs';

// Node.js 20 ends with "unreachable code" where its compiler has put a call of WebAssembly into a function of JavaScript and has to undo that.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

const [requests, answers] = process.argv.slice(2);
const out = openSync(answers, 'w');
let number = 0;
for (const line of readFileSync(requests, 'utf8').split('\n').filter(line => line.length > 0)) {
  const asked = JSON.parse(line);
  const read = file => readFileSync(`${asked.folder}/${file}`, 'utf8');
  const staticPolicies = read('policies.cedar'), schema = read('schema.cedarschema'), entities = JSON.parse(read('entities.json'));
  const validation = validate({ validationSettings: { mode: 'strict' }, schema, policies: { staticPolicies } });
  const faults = (validation.errors ?? []).concat(validation.validationErrors ?? []).map(error => JSON.stringify(error));
  // A set of policies that is given as one text has its policies numbered in their order.
  const sources = policySetTextToParts(staticPolicies).policies.map(policy => (/@source\("([^"]*)"\)/.exec(policy) ?? [])[1] ?? '');
  const name = `scheme ${number++}`;
  for (const parsed of [preparsePolicySet(name, { staticPolicies }), preparseSchema(name, schema)]) {
    if (parsed.type !== 'success') faults.push(JSON.stringify(parsed));
  }

  const allowed = asked.requests.map(request => {
    const answer = statefulIsAuthorized({ ...request, preparsedPolicySetId: name, preparsedSchemaName: name, validateRequest: true, entities });
    if (answer.type !== 'success') {
      faults.push(JSON.stringify([request, answer]));
      return null;
    }

    const reasons = answer.response.diagnostics.reason;
    return { allow: answer.response.decision === 'allow', sources: reasons.map(reason => sources[Number(reason.slice(6))]), errors: answer.response.diagnostics.errors.length };
  });
  writeSync(out, JSON.stringify({ faults: faults.slice(0, 5), allowed }) + '\n');
}

closeSync(out);
