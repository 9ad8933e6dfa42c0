import { foldVietnamese } from '#kernel';

interface Names {
  readonly fullName: string;
  readonly userName: string;
  readonly email: string | null;
}

/** What a search for a person looks through: name, user name and e-mail, without diacritics. Lists go by it too. */
export function personSearchText({ fullName, userName, email }: Names): string {
  return foldVietnamese(`${fullName} ${userName} ${email ?? ''}`);
}
