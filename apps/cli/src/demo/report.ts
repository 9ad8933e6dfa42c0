import type { ShareView } from '#contracts';
import type { DemoOutcome } from './play-demo.js';
import type { DocumentOutcome } from './play-document.js';

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

const indicatorNames = {
  'submitted-to-province': 'submitted to the provincial People’s Committee',
  'exchanged-between-agencies': 'exchanged between agencies',
} as const;

function shareLines(title: string, share: ShareView): string[] {
  return [
    `Electronic share of ${share.year}, ${title} (definition ${share.definitionVersion}):`,
    ...share.indicators.map((figure) => {
      const target = figure.target === null ? '' : `, target ${percent(figure.target.value)} (${figure.target.year})`;
      const counts = `${figure.electronic} electronic, ${figure.electronicWithPaper} with paper, ${figure.paper} paper`;
      return `  ${indicatorNames[figure.indicator]}: ${percent(figure.share)} of ${figure.total} (${counts})${target}`;
    }),
  ];
}

function documentLines(document: DocumentOutcome): string[] {
  return [
    `${document.symbol} · ${document.fileName} · all reached after ${Math.round(document.arrivedAfterMs)} ms`,
    ...document.recipients.map((recipient) => {
      const number = recipient.arrivalNumber === null ? '' : `, arrival number ${recipient.arrivalNumber}`;
      const bytes = recipient.channel === 'paper' ? 'on paper' : recipient.exactBytes ? 'exact bytes' : 'BYTES DIFFER';
      return `  ${recipient.agencyName.padEnd(46)} ${recipient.state}${number} · ${bytes}`;
    }),
  ];
}

/** What the demonstration prints at its end. */
export function reportOf(outcome: DemoOutcome): string {
  return [
    ...outcome.documents.flatMap(documentLines),
    '',
    ...shareLines('before', outcome.before),
    ...shareLines('after', outcome.after),
  ].join('\n');
}

/** Whether every recipient has the exact bytes; no recipient at all is no success. */
export function isExact(outcome: DemoOutcome): boolean {
  const recipients = outcome.documents.flatMap((document) => document.recipients);
  return recipients.length > 0 && recipients.every(({ exactBytes }) => exactBytes);
}
