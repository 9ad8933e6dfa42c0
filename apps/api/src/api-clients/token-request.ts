import { TokenRefused } from '#identity';

interface Credentials {
  readonly clientId: string;
  readonly secret: string;
}

/** What a client sent to the token endpoint, after its form was understood. */
export interface ReadTokenRequest extends Credentials {
  readonly scope: string | undefined;
}

/** Longest of any of the values; ours are far shorter. */
const longest = 2000;

/**
 * Reads a request for a token (RFC 6749, sections 2.3.1 and 4.4.2): the secret in the Authorization header or in the
 * form, never in both.
 *
 * @throws TokenRefused
 */
export function readTokenRequest(body: unknown, authorization: string | undefined): ReadTokenRequest {
  if (!(body instanceof URLSearchParams)) {
    throw new TokenRefused('invalid_request', 'The body has to be application/x-www-form-urlencoded');
  }
  if ([...body.keys()].some((name) => body.getAll(name).length > 1)) {
    throw new TokenRefused('invalid_request', 'A parameter stands there twice');
  }
  // The client is known first: only then does it matter what it asks for.
  const credentials = credentialsOf(body, basicOf(authorization));
  const grantType = body.get('grant_type');
  if (grantType === null) {
    throw new TokenRefused('invalid_request', 'grant_type is missing');
  }
  if (grantType !== 'client_credentials') {
    throw new TokenRefused('unsupported_grant_type', 'Only client_credentials is taken here');
  }
  return { ...credentials, scope: body.get('scope') ?? undefined };
}

function credentialsOf(body: URLSearchParams, inHeader: Credentials | undefined): Credentials {
  const id = body.get('client_id');
  const secret = body.get('client_secret');
  if (inHeader !== undefined && (secret !== null || (id !== null && id !== inHeader.clientId))) {
    throw new TokenRefused('invalid_request', 'The client is in the header and in the form: choose one');
  }
  const credentials = inHeader ?? { clientId: id ?? '', secret: secret ?? '' };
  if (Object.values(credentials).some((value) => value === '' || value.length > longest)) {
    throw new TokenRefused('invalid_client', 'The client id or the secret is missing');
  }
  return credentials;
}

/** Id and secret of a Basic header, which are written as in a form inside it; undefined for any other header. */
function basicOf(authorization: string | undefined): Credentials | undefined {
  const [scheme = '', encoded = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') {
    return undefined;
  }
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  try {
    return { clientId: fromForm(text.slice(0, Math.max(colon, 0))), secret: fromForm(text.slice(colon + 1)) };
  } catch {
    throw new TokenRefused('invalid_client', 'The Authorization header can’t be read');
  }
}

function fromForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
