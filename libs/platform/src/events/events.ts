import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Database } from '../database/database.js';
import { methodsWith } from '../methods-with.js';

/** Something that happened, named in the past: `arrival.completed`. */
export interface EventDeclaration<Payload> {
  readonly name: string;
  /** Never set: carries the type. */
  readonly payload?: Payload;
}

const metadataKey = 'vanthu:on-event';

export function defineEvent<Payload>(name: string): EventDeclaration<Payload> {
  return { name };
}

/** The method is called with the payload of each such event, inside the transaction in which it happened. */
export function OnEvent<Payload>(event: EventDeclaration<Payload>) {
  return (
    _target: object,
    _key: string,
    method: TypedPropertyDescriptor<(payload: Payload) => Promise<void>>,
  ): void => {
    if (method.value !== undefined) {
      Reflect.defineMetadata(metadataKey, event.name, method.value);
    }
  };
}

type Listener = (payload: unknown) => Promise<void>;

/**
 * Tells other libs what happened, in the same transaction: what they write commits or falls with the change itself.
 * What may wait or may fail alone goes through the outbox instead.
 */
@Injectable()
export class Events implements OnApplicationBootstrap {
  private readonly listeners = new Map<string, Listener[]>();

  constructor(
    private readonly database: Database,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metadata, call } of methodsWith(metadataKey, this.discovery, this.scanner)) {
      const name = String(metadata);
      this.listeners.set(name, [...(this.listeners.get(name) ?? []), call]);
    }
  }

  async emit<Payload>(event: EventDeclaration<Payload>, payload: Payload): Promise<void> {
    if (!this.database.inTransaction) {
      throw new Error(`${event.name} was emitted outside a transaction`);
    }
    for (const listener of this.listeners.get(event.name) ?? []) {
      await listener(payload);
    }
  }
}
