/** What a route is about, as the trail names things: the first noun of its address and the first id in it. */
export function objectOfRoute(route: string, params: readonly string[]): { objectType: string; objectId: string } {
  const [noun = ''] = route.replace(/^\/api\/v\d+\//, '').split('/');
  return { objectType: singularOf(noun), objectId: recordable(params[0] ?? route) };
}

/** What somebody wrote into an address can be anything; PostgreSQL keeps no NUL and no half of a surrogate pair. */
function recordable(id: string): string {
  return id.slice(0, 200).replaceAll(/\p{Cs}|\0/gu, '\uFFFD');
}

function singularOf(noun: string): string {
  if (noun === 'people') {
    return 'person';
  }
  return noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '');
}
