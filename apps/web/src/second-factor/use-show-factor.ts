import { useMutation } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { SecondFactorProof } from '../api/types.js';

export function useShowFactor() {
  return useMutation({
    mutationFn: (body: SecondFactorProof) => read(client.POST('/api/v1/session/second-factor', { body })),
  });
}
