import { Injectable, type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common';
import { CalendarDayKey, type FieldIssue, Id } from '#contracts';
import { DomainError } from '#kernel';

export interface NamedIssue extends FieldIssue {
  /** `recipients.0.agencyId` */
  readonly path: string;
}

/** The body or the query does not fit its schema. */
export class ValidationFailed extends DomainError {
  constructor(readonly issues: readonly NamedIssue[]) {
    super('request.invalid');
  }
}

interface SchemaIssue {
  readonly path?: readonly unknown[] | undefined;
}

/** Names the place of each issue; which fields have a schema is said at the parameter. */
export function validationFailed(issues: readonly SchemaIssue[]): ValidationFailed {
  return new ValidationFailed(issues.map((issue) => ({ ...issue, path: (issue.path ?? []).map(String).join('.') })));
}

export const validationPipe = new StandardSchemaValidationPipe({ exceptionFactory: validationFailed });

/** The number of a thing in its row; what is none does not exist. */
@Injectable()
export class NumberPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9][0-9]{0,8}$/.test(value)) {
      throw new DomainError('not-found');
    }
    return Number(value);
  }
}

/** A calendar day; what is none does not exist. */
@Injectable()
export class DayPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!CalendarDayKey.safeParse(value).success) {
      throw new DomainError('not-found');
    }
    return value;
  }
}

/** An id that is none is an id that does not exist: the answer is the same. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!Id.safeParse(value).success) {
      throw new DomainError('not-found');
    }
    return value.toLowerCase();
  }
}
