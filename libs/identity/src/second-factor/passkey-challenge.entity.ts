import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Session } from '../session.entity.js';

export type ChallengePurpose = 'enrolment' | 'sign-in';

/** What a passkey has to sign for one session, once and soon. */
@Entity('passkey_challenges')
export class PasskeyChallenge {
  @ForeignKey(() => Session, { name: 'passkey_challenges_session_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'session_id', primaryKeyConstraintName: 'passkey_challenges_pkey' })
  sessionId!: string;

  @PrimaryColumn({ type: 'text', name: 'purpose', primaryKeyConstraintName: 'passkey_challenges_pkey' })
  purpose!: ChallengePurpose;

  @Column({ type: 'text', name: 'challenge', nullable: false })
  challenge!: string;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;
}
