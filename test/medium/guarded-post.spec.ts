import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { createServer as createRaw, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { GuardedPost, loadConfig } from '#platform';
import { selfSigned } from '#testing';

const here = new GuardedPost(loadConfig({ WEBHOOK_NETWORKS: '127.0.0.1/32' }));
const opened: { close(): unknown }[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.close();
  }
});

async function listening(server: Server | ReturnType<typeof createRaw>): Promise<number> {
  opened.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

const answering = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listening(createPlain(listener))}/`;

const post = (url: string, by = here) => by.execute(url, { 'x-test': 'có' }, '{"ok":true}');

describe('a post to another system', () => {
  it('carries the body and gives the answer', async () => {
    const url = await answering((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        response
          .writeHead(201, { 'retry-after': '7' })
          .end(`${request.method} ${request.headers['content-type']} ${body}`);
      });
    });
    expect(await post(url)).toEqual({
      kind: 'answer',
      status: 201,
      retryAfter: '7',
      body: 'POST application/json {"ok":true}',
    });
  });

  it('follows nobody anywhere', async () => {
    let asked = 0;
    const elsewhere = await answering((_request, response) => {
      asked += 1;
      response.end();
    });
    const url = await answering((_request, response) => {
      response.writeHead(302, { location: elsewhere }).end();
    });
    expect(await post(url)).toMatchObject({ kind: 'answer', status: 302 });
    expect(asked).toBe(0);
  });

  it('reads no answer without end', async () => {
    const url = await answering((_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (response.write('x'.repeat(16_384))) {
          // Until the line is full.
        }
        response.once('drain', more);
      };
      more();
    });
    expect(await post(url)).toMatchObject({ kind: 'unknown', detail: expect.stringContaining('64 kB') });
  });

  it('knows a line that was cut in the middle of the answer', async () => {
    const server = createRaw((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"half":');
        socket.end();
      });
    });
    const outcome = await post(`http://127.0.0.1:${await listening(server)}/`);
    expect(outcome).toMatchObject({ kind: 'fault', fault: 'connection-refused' });
  });

  it('knows who is not there, who has no such name, and who speaks no TLS', async () => {
    const server = createRaw();
    const port = await listening(server);
    server.close();
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ fault: 'connection-refused' });
    expect(await post('https://khong-co.invalid/')).toMatchObject({ fault: 'name-not-found' });
    const plain = await answering((_request, response) => response.end());
    expect(await post(plain.replace('http:', 'https:'))).toMatchObject({ fault: 'tls-fault' });
  });

  it('waits for nobody without end, neither for an answer nor for the rest of one', async () => {
    const listeners: readonly RequestListener[] = [
      () => undefined,
      (_request, response) => {
        response.writeHead(200).write('{"half":');
      },
    ];
    for (const listener of listeners) {
      const outcome = await here.execute(await answering(listener), {}, '{}', 50);
      expect(outcome).toMatchObject({ kind: 'fault', fault: 'timed-out' });
    }
  });

  it('tells nothing to a system that nobody vouches for', async () => {
    let asked = 0;
    const server = createSecure(selfSigned('127.0.0.1'), (_request, response) => {
      asked += 1;
      response.end();
    });
    const outcome = await post(`https://127.0.0.1:${await listening(server)}/`);
    expect(outcome).toMatchObject({ kind: 'fault', fault: 'tls-fault' });
    expect(asked).toBe(0);
  });

  it.each([
    'http://127.0.0.1:1/',
    'https://127.0.0.1:1/',
    'https://localhost:1/',
    'https://[::1]:1/',
    'https://[::ffff:127.0.0.1]:1/',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00::1]/',
    'https://0.0.0.0/',
    'http://2130706433:1/',
  ])('never goes inside to %s unless the settings name its network', async (url) => {
    const strict = new GuardedPost(loadConfig({}));
    expect(await post(url, strict)).toMatchObject({ kind: 'fault', fault: 'address-not-allowed' });
  });

  it('goes over TLS only where the settings name no network', async () => {
    const other = new GuardedPost(loadConfig({ WEBHOOK_NETWORKS: '10.0.0.0/8' }));
    expect(await post('http://93.184.215.14/', other)).toMatchObject({ fault: 'address-not-allowed' });
  });
});
