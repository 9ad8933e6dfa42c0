import { basename } from 'node:path';
import { type ExchangeMode, type Role, ShareView } from '#contracts';
import type { Province, SampleRow } from '../seed-province.js';
import { leaveHandled } from './handled-work.js';
import { HttpClient } from './http-client.js';
import { leaveOpenWork } from './open-work.js';
import { type Agency, leaveRecalled } from './recalled-work.js';
import { type DocumentOutcome, playDocument, type Recipient } from './play-document.js';

export interface DemoOptions {
  readonly url: string;
  readonly province: Province;
  readonly samples: readonly SampleRow[];
  readonly password: string;
  /** Paths of the files to send, one document each. */
  readonly files: readonly string[];
  readonly onStep: (step: string) => void;
}

export interface DemoOutcome {
  readonly before: ShareView;
  readonly after: ShareView;
  readonly documents: readonly DocumentOutcome[];
}

/** A file that is none of our samples goes out as an official letter of the Department of Home Affairs. */
const otherFile = { agencyCode: 'H28.02', typeCode: 'cong-van' } as const;

/**
 * Of the recipients of each document one is sent paper only, one paper too, and one refuses; the others accept, every
 * second one completes as well. Which ones moves on from document to document.
 */
const parts = { paperOnly: 0, paperToo: 1, refusing: 2 } as const;
const partsMoveBy = 7;

/** Plays the main job with real files through the HTTP API, every step by the person whose work it is. */
export async function playDemo(options: DemoOptions): Promise<DemoOutcome> {
  const people = new People(options);
  const administrator = await people.of('H28.01', 'system-administrator');
  const before = await administrator.get('/share', ShareView);
  const documents: DocumentOutcome[] = [];
  for (const [turn, file] of options.files.entries()) {
    documents.push(await playFile(options, people, file, turn));
  }
  await leaveHandled({
    ...(await people.agency(otherFile.agencyCode)),
    colleague: await people.of(otherFile.agencyCode, 'civil-servant', 1),
    onStep: options.onStep,
  });
  await leaveWork(options, people);
  return { before, after: await administrator.get('/share', ShareView), documents };
}

async function playFile(options: DemoOptions, people: People, file: string, turn: number): Promise<DocumentOutcome> {
  const name = basename(file);
  const sample = options.samples.find((one) => one.file === name);
  const { agencyCode: senderCode, typeCode } = sample ?? otherFile;
  const agencies = options.province.agencies.filter((agency) => agency.code !== senderCode);
  const recipients = await Promise.all(
    agencies.map(async (agency, index): Promise<Recipient> => {
      const clerk = await people.of(agency.code, 'clerk');
      const part = (index + turn * partsMoveBy) % agencies.length;
      return {
        agencyId: clerk.session.post.agency.id,
        agencyName: agency.name,
        clerk,
        channel: channelOf(part),
        answer: answerOf(part),
      };
    }),
  );
  const sender = {
    civilServant: await people.of(senderCode, 'civil-servant'),
    leader: await people.of(senderCode, 'leader'),
    clerk: await people.of(senderCode, 'clerk'),
  };
  options.onStep(`${name}: the people of ${senderCode} and the clerks of its recipients are signed in`);
  return playDocument({
    file,
    typeCode,
    subject: sample?.subject ?? `Về việc gửi kèm tài liệu ${name}`,
    sender,
    recipients,
    onStep: options.onStep,
  });
}

/** What the desks of one agency would lack otherwise. */
async function leaveWork({ files, onStep }: DemoOptions, people: People): Promise<void> {
  const [file] = files;
  const code = otherFile.agencyCode;
  const recipient = await people.of('H28.01', 'clerk');
  if (file !== undefined) {
    await leaveOpenWork({
      civilServant: await people.of(code, 'civil-servant'),
      colleague: await people.of(code, 'civil-servant', 1),
      leader: await people.of(code, 'leader'),
      clerk: await people.of(code, 'clerk'),
      administrator: await people.of('H28.01', 'system-administrator'),
      recipientId: recipient.session.post.agency.id,
      file,
      onStep,
    });
    await leaveRecalled({
      sender: await people.agency('H28.01'),
      recipient: await people.agency(code),
      file,
      onStep,
    });
  }
}

function channelOf(part: number): ExchangeMode {
  if (part === parts.paperOnly) {
    return 'paper';
  }
  return part === parts.paperToo ? 'electronic-with-paper' : 'electronic';
}

function answerOf(part: number): Recipient['answer'] {
  if (part === parts.refusing) {
    return { refuse: 'Gửi nhầm nơi nhận' };
  }
  return part % 2 === 0 ? 'complete' : 'accept';
}

/** Signs each person in once. */
class People {
  private readonly clients = new Map<string, Promise<HttpClient>>();

  constructor(private readonly options: DemoOptions) {}

  async of(agencyCode: string, role: Role, place = 0): Promise<HttpClient> {
    const people = this.options.province.people.filter((one) => one.agencyCode === agencyCode && one.role === role);
    const person = people[place];
    if (person === undefined) {
      throw new Error(`the province has no ${role} in ${agencyCode}`);
    }
    return this.signIn(person.userName);
  }

  async agency(code: string): Promise<Agency> {
    return {
      civilServant: await this.of(code, 'civil-servant'),
      leader: await this.of(code, 'leader'),
      clerk: await this.of(code, 'clerk'),
    };
  }

  private async signIn(userName: string): Promise<HttpClient> {
    const { url, password } = this.options;
    const client = this.clients.get(userName) ?? HttpClient.signIn(url, userName, password);
    this.clients.set(userName, client);
    return client;
  }
}
