import { TokenRefused } from '#identity';

/** What a client sent to the token endpoint, after its form was understood. */
export interface ReadTokenRequest {
  readonly clientId: string;
  readonly secret: string;
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
  for (const name of body.keys()) {
    if (body.getAll(name).length > 1) {
      throw new TokenRefused('invalid_request', 'A parameter stands there twice');
    }
  }
  const credentials = basicOf(authorization);
  const inForm = { clientId: body.get('client_id') ?? undefined, secret: body.get('client_secret') ?? undefined };
  if (credentials !== undefined && inForm.secret !== undefined) {
    throw new TokenRefused('invalid_request', 'The secret is in the header and in the form: choose one');
  }
  if (credentials !== undefined && inForm.clientId !== undefined && inForm.clientId !== credentials.clientId) {
    throw new TokenRefused('invalid_request', 'The header and the form name different clients');
  }
  const { clientId = '', secret = '' } = credentials ?? inForm;
  if (clientId === '' || secret === '' || clientId.length > longest || secret.length > longest) {
    throw new TokenRefused('invalid_client', 'The client id or the secret is missing');
  }
  // The client is known first: only then does it matter what it asks for.
  const grantType = body.get('grant_type');
  if (grantType !== 'client_credentials') {
    throw grantType === null
      ? new TokenRefused('invalid_request', 'grant_type is missing')
      : new TokenRefused('unsupported_grant_type', 'Only client_credentials is taken here');
  }
  return { clientId, secret, scope: body.get('scope') ?? undefined };
}

/** Id and secret of a Basic header, which are written as in a form inside it; undefined for any other header. */
function basicOf(authorization: string | undefined): { clientId: string; secret: string } | undefined {
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
