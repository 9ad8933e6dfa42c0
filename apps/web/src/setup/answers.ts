export interface Answers {
  readonly name: string;
  readonly abbreviation: string;
  readonly code: string;
  readonly fullName: string;
  readonly userName: string;
  readonly password: string;
  readonly again: string;
}

export const noAnswers: Answers = {
  name: '',
  abbreviation: '',
  code: '',
  fullName: '',
  userName: '',
  password: '',
  again: '',
};

/** Of the contract of POST /setup. */
export const leastPassword = 12;
const userNameForm = /^[a-z0-9][a-z0-9._-]{1,99}$/;

type Fault = 'missing' | 'badUserName' | 'shortPassword' | 'differs';

export function faultsIn(answers: Answers): Partial<Record<keyof Answers, Fault>> {
  const faults: Partial<Record<keyof Answers, Fault>> = {};
  for (const key of ['name', 'abbreviation', 'code', 'fullName', 'userName', 'password'] as const) {
    if (answers[key].trim() === '') {
      faults[key] = 'missing';
    }
  }
  if (faults.userName === undefined && !userNameForm.test(answers.userName.trim().toLowerCase())) {
    faults.userName = 'badUserName';
  }
  if (faults.password === undefined && answers.password.length < leastPassword) {
    faults.password = 'shortPassword';
  }
  if (answers.again !== answers.password) {
    faults.again = 'differs';
  }
  return faults;
}
