export interface TrailSearch {
  search?: string;
  from?: string;
  to?: string;
  agency?: string;
  action?: string;
  person?: string;
  objectType?: string;
  object?: string;
  entry?: string;
}

const keys = ['search', 'from', 'to', 'agency', 'action', 'person', 'objectType', 'object', 'entry'] as const;

export function trailSearch(search: Record<string, unknown>): TrailSearch {
  const known = keys.map((key) => [key, search[key]] as const);
  return Object.fromEntries(known.filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** The filter as the API asks for it. */
export function filterOf({ search, from, to, agency, action, person, objectType, object }: TrailSearch) {
  return {
    ...(search === undefined ? {} : { search }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(agency === undefined ? {} : { agencyId: agency }),
    ...(action === undefined ? {} : { action }),
    ...(person === undefined ? {} : { personId: person }),
    ...(objectType === undefined ? {} : { objectType }),
    ...(objectType === undefined || object === undefined ? {} : { objectId: object }),
  };
}
