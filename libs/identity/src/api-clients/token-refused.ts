import type { TokenRefusal } from '#contracts';

/** Why no token was given, in the words of RFC 6749; told by the token endpoint alone. */
export class TokenRefused extends Error {
  override name = 'TokenRefused';

  constructor(
    readonly reason: TokenRefusal['error'],
    readonly description: string,
  ) {
    super(description);
  }
}
