import { Person } from './person.entity.js';
import { Post } from './post.entity.js';
import { Session } from './session.entity.js';
import { SetUpLink } from './set-up-link.entity.js';

export const identityEntities = [Person, Post, Session, SetUpLink];
