/** Below it stand all routes but the one whose place a standard fixes. */
export const apiPrefix = '/api/v1';
