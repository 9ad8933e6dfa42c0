import type { DiscoveryService, MetadataScanner } from '@nestjs/core';

export interface MarkedMethod {
  readonly metadata: unknown;
  /** `Class.method`, for messages. */
  readonly name: string;
  readonly call: (...values: unknown[]) => Promise<void>;
}

/** The methods of all providers that a decorator marked with this metadata key. */
export function methodsWith(key: string, discovery: DiscoveryService, scanner: MetadataScanner): MarkedMethod[] {
  const found: MarkedMethod[] = [];
  for (const { instance } of discovery.getProviders()) {
    if (typeof instance !== 'object' || instance === null) {
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(instance);
    for (const name of scanner.getAllMethodNames(prototype as object)) {
      const method: unknown = Reflect.get(instance, name);
      if (typeof method !== 'function') {
        continue;
      }
      const metadata: unknown = Reflect.getMetadata(key, method);
      if (metadata !== undefined) {
        const call = async (...values: unknown[]): Promise<void> => {
          await Reflect.apply(method, instance, values);
        };
        found.push({ metadata, name: `${instance.constructor.name}.${name}`, call });
      }
    }
  }
  return found;
}
