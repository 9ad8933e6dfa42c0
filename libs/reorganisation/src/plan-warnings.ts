import type { PlanFindingCode } from '#contracts';
import { noWork, type WorkFacts } from './plan-facts.js';
import { type CheckContext, type Finding, warning } from './plan-finding.js';

const codes: Readonly<Record<keyof WorkFacts, PlanFindingCode>> = {
  openDocuments: 'documents-move',
  unsentDocuments: 'documents-unsent',
  unregisteredArrivals: 'arrivals-move',
  deliveriesOnTheWay: 'deliveries-move',
  posts: 'posts-move',
};

/** What moves from the agencies that close to those that take over. */
export function warningsOf({ facts, outline }: CheckContext): Finding[] {
  return outline.closings.flatMap(({ agencyId, step, successors }) => {
    const agency = facts.agencies.get(agencyId);
    if (agency === undefined || successors.length === 0) {
      return [];
    }
    const work = facts.work.get(agencyId) ?? noWork;
    const kinds = Object.keys(codes) as (keyof WorkFacts)[];
    return kinds.flatMap((kind) => (work[kind] > 0 ? [warning(codes[kind], step, agency, { count: work[kind] })] : []));
  });
}
