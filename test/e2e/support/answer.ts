import type { z } from 'zod';
import { Problem } from '#contracts';

/** What the API answered, read to its end. */
export class Answer {
  private constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly bytes: Buffer,
  ) {}

  static async of(response: Response): Promise<Answer> {
    return new Answer(response.status, response.headers, Buffer.from(await response.arrayBuffer()));
  }

  static from(status: number, headers: Readonly<Record<string, string>>, bytes: Buffer): Answer {
    return new Answer(status, new Headers(headers), bytes);
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  json(): unknown {
    return JSON.parse(this.text);
  }

  /** The body of a request that has to succeed. */
  as<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
    if (this.status >= 300) {
      throw new Error(`answered ${this.status}: ${this.text}`);
    }
    return schema.parse(this.json());
  }

  problem(): Problem {
    return Problem.parse(this.json());
  }
}
