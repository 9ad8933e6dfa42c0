export const workBoxes = ['mine', 'given', 'ended'] as const;
export type WorkBox = (typeof workBoxes)[number];

export interface WorkSearch {
  box?: WorkBox;
}

export function workSearch({ box }: Record<string, unknown>): WorkSearch {
  const known = workBoxes.find((one) => one === box);
  return known === undefined ? {} : { box: known };
}
