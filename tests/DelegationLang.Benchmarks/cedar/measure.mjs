// The decisions of the policy benchmarks put to Cedar, compiled to WebAssembly, with the same rules as one policy set that is parsed beforehand:
//
//   npm ci && node measure.mjs [RULES]
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

const rules = Number(process.argv[2] ?? 1000);
const functions = rules / 2;
const posts = Math.max(4, Math.floor(functions / 20));
const managerLimit = i => 10000 + (i % 7) * 5000;
const policies = [];
for (let i = 0; i < functions; i++) {
  policies.push(`permit(principal == Post::"Director of Directorate ${i % posts}", action == Action::"decide", resource == Function::"community service number ${i}") when { context.basis == "contract" && context.pounds <= 250000 };`);
  policies.push(`permit(principal == Post::"Manager of Directorate ${i % posts}", action == Action::"decide", resource == Function::"community service number ${i}") when { context.basis == "contract" && context.pounds <= ${managerLimit(i)} };`);
}

const parsed = preparsePolicySet('scheme', { staticPolicies: policies.join('\n') });
if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));

function ask(i, pounds) {
  const answer = statefulIsAuthorized({
    principal: { type: 'Post', id: `Manager of Directorate ${i % posts}` },
    action: { type: 'Action', id: 'decide' },
    resource: { type: 'Function', id: `community service number ${i}` },
    context: { basis: 'contract', pounds },
    preparsedPolicySetId: 'scheme',
    entities: [],
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow';
}

const times = [];
for (let run = 0; run < 7; run++) {
  const questions = 300;
  const start = process.hrtime.bigint();
  for (let n = 0; n < questions; n++) {
    const i = (n * 7) % functions;
    if (ask(i, managerLimit(i) + (n % 3) - 1) !== (n % 3 <= 1)) throw new Error('Cedar decides otherwise.');
  }
  times.push(Number(process.hrtime.bigint() - start) / questions);
}

times.sort((a, b) => a - b);
console.log(`cedar-wasm, ${rules} rules: median ${(times[3] / 1000).toFixed(1)} µs a decision, best ${(times[0] / 1000).toFixed(1)} µs`);
