import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { SignIn } from '#contracts';
import { DomainError } from '#kernel';
import { type SignedIn, SignInWithPassword } from '#identity';
import type { KnownRequest } from '../http/request-context.js';
import { validationFailed } from '../http/validation.js';
import { askingBrowser } from './asking-browser.js';

/** Passport’s local strategy over our check of name and password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly signIn: SignInWithPassword) {
    super({ usernameField: 'userName', passwordField: 'password', passReqToCallback: true, session: false });
  }

  async validate(request: KnownRequest, userName: string, password: string): Promise<SignedIn> {
    return this.signIn.check(userName, password, askingBrowser(request));
  }
}

/** Lets a request through whose body holds a right name and password. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const parsed = SignIn.safeParse(context.switchToHttp().getRequest<KnownRequest>().body);
    if (!parsed.success) {
      throw validationFailed(parsed.error.issues);
    }
    return (await super.canActivate(context)) === true;
  }

  override handleRequest<User>(error: unknown, user: User): User {
    if (error instanceof Error) {
      throw error;
    }
    if (user === undefined || user === null || user === false) {
      throw new DomainError('session.bad-credentials');
    }
    return user;
  }
}
