/** Where the engines of a run are, as they are told to the tests. */
export interface EngineAddresses {
  readonly postgres: { readonly adminUrl: string; readonly url: string; readonly applicationUrl: string };
  readonly redis: { readonly url: string };
  readonly s3: { readonly endpoint: string; readonly accessKey: string; readonly secretKey: string };
}

export type EngineName = keyof EngineAddresses;
