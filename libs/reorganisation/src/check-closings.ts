import { noWork } from './plan-facts.js';
import { type CheckContext, fault, type Finding } from './plan-finding.js';
import { type Closing, keyOf } from './plan-outline.js';

/** Whoever is closed is closed once, is not used afterwards, and leaves nothing and nobody behind. */
export function checkClosings(context: CheckContext): Finding[] {
  const closed = new Set(context.outline.closings.map(({ agencyId }) => agencyId));
  return [
    ...checkTwice(context),
    ...checkUseAfter(context, closed),
    ...context.outline.closings.flatMap((closing) => [
      ...checkSuccessors(closing, context, closed),
      ...checkLeftBehind(closing, context),
    ]),
    ...checkAssignments(context),
  ];
}

function checkTwice({ facts, outline }: CheckContext): Finding[] {
  const seen = new Set<string>();
  return outline.closings.flatMap(({ agencyId, step }) => {
    const twice = seen.has(agencyId);
    seen.add(agencyId);
    return twice ? [fault('closed-twice', step, facts.agencies.get(agencyId))] : [];
  });
}

function checkUseAfter({ facts, outline }: CheckContext, closed: ReadonlySet<string>): Finding[] {
  return [...outline.changes, ...outline.partings].flatMap(({ agencyId, step }) =>
    closed.has(agencyId) ? [fault('used-after-closing', step, facts.agencies.get(agencyId))] : [],
  );
}

function checkSuccessors(
  { agencyId, step, successors }: Closing,
  { facts }: CheckContext,
  closed: ReadonlySet<string>,
): Finding[] {
  const closing = successors.filter(({ agency }) => closed.has(keyOf(agency)));
  const leads = successors.filter(({ isLead }) => isLead).length;
  return [
    ...closing.map(({ agency }) => fault('successor-closes', step, facts.agencies.get(keyOf(agency)))),
    ...(successors.length > 0 && leads !== 1 ? [fault('no-lead', step, facts.agencies.get(agencyId))] : []),
  ];
}

/** Nobody who takes over: then there must be nothing to take over. */
function checkLeftBehind({ agencyId, step, successors }: Closing, { facts }: CheckContext): Finding[] {
  const agency = facts.agencies.get(agencyId);
  if (agency === undefined || successors.length > 0) {
    return [];
  }
  const { openDocuments, unsentDocuments, unregisteredArrivals, deliveriesOnTheWay, posts } =
    facts.work.get(agencyId) ?? noWork;
  const documents = openDocuments + unsentDocuments;
  const work = { documents, arrivals: unregisteredArrivals, deliveries: deliveriesOnTheWay };
  return [
    ...(documents + unregisteredArrivals + deliveriesOnTheWay > 0 ? [fault('open-work', step, agency, work)] : []),
    ...(posts > 0 ? [fault('people-without-post', step, agency, { posts })] : []),
  ];
}

function checkAssignments({ facts, outline }: CheckContext): Finding[] {
  const parts = new Set(outline.creations.map(({ agency, step }) => `${step} ${agency.code}`));
  return outline.assignments.flatMap(({ agencyId, partCode, postId, step }) => {
    const agency = facts.agencies.get(agencyId);
    return [
      ...(parts.has(`${step} ${partCode}`) ? [] : [fault('unknown-part', step, agency, { code: partCode })]),
      ...(facts.agencyOfPost.get(postId) === agencyId ? [] : [fault('unknown-post', step, agency)]),
    ];
  });
}
