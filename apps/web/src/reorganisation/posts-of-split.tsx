import { Button, Input, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { Plan } from '../api/types.js';
import { planPostsQuery } from './plan-queries.js';
import type { FieldsProps } from './step-draft.js';

interface Props extends Pick<FieldsProps, 'draft' | 'onChange'> {
  readonly plan: Plan;
  readonly agencyId: string;
}

/** Who of a split agency goes to which part. */
export function PostsOfSplit({ plan, agencyId, draft, onChange }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(planPostsQuery(plan.id, plan.version, agencyId));
  const people = rowsOf(query.data);
  const codes = [...new Set(draft.parts.map(({ code }) => code))].filter((code) => code !== '');
  const named = codes.map((code) => draft.parts.find((part) => part.code === code) ?? { code, name: code });
  const assign = (postId: string, partCode: string | null) => {
    const others = draft.posts.filter((post) => post.postId !== postId);
    onChange({ posts: partCode === null ? others : [...others, { postId, partCode }] });
  };
  if (people.length === 0) {
    return null;
  }
  return (
    <Input.Wrapper label={t('reorganisation.form.posts')} description={t('reorganisation.form.postsHint')}>
      <Stack gap={6} mt={6}>
        {people.map(({ fullName, position, postId }) => (
          <Select
            key={postId}
            size="xs"
            label={`${fullName} · ${position}`}
            placeholder={t('reorganisation.form.withLead')}
            clearable
            data={named.map(({ code, name }) => ({ value: code, label: name === '' ? code : `${name} (${code})` }))}
            value={draft.posts.find((post) => post.postId === postId)?.partCode ?? null}
            onChange={(code) => assign(postId, code)}
          />
        ))}
        {query.hasNextPage && (
          <Button variant="default" size="xs" onClick={() => void query.fetchNextPage()}>
            {t('common.more')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
