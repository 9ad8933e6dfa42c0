import { Delegate } from '../delegations/delegate.js';
import { DelegationsQuery } from '../delegations/delegations.query.js';
import { FollowDelegations } from '../delegations/follow-delegations.js';
import { RevokeDelegation } from '../delegations/revoke-delegation.js';
import { AddPost } from '../posts/add-post.js';
import { CarryOutHandovers } from '../posts/carry-out-handovers.js';
import { ChangePost } from '../posts/change-post.js';
import { FollowHandovers } from '../posts/follow-handovers.js';
import { HandOverPost } from '../posts/hand-over-post.js';
import { HandoverPlans } from '../posts/handover-plans.js';
import { PostHoldersQuery } from '../posts/post-holders.query.js';
import { ReceivingPost } from '../posts/receiving-post.js';
import { SwitchPost } from '../posts/switch-post.js';
import { WritePost } from '../posts/write-post.js';
import { AddUnit } from '../units/add-unit.js';
import { CloseUnit } from '../units/close-unit.js';
import { EditUnit } from '../units/edit-unit.js';
import { UnitOfAgency } from '../units/unit-of-agency.js';
import { Units } from '../units/units.js';
import { UnitsQuery } from '../units/units.query.js';
import { AddPerson } from './add-person.js';
import { DisablePerson } from './disable-person.js';
import { EditPerson } from './edit-person.js';
import { EnablePerson } from './enable-person.js';
import { People } from './people.js';
import { PeopleQuery } from './people.query.js';
import { PersonQuery } from './person.query.js';
import { SystemAdministrators } from './system-administrators.js';

/** People, their posts, the units they work in and who stands in for them. */
export const peopleProviders = [
  AddPerson,
  AddPost,
  AddUnit,
  CarryOutHandovers,
  ChangePost,
  CloseUnit,
  Delegate,
  DelegationsQuery,
  DisablePerson,
  EditPerson,
  EditUnit,
  EnablePerson,
  FollowDelegations,
  FollowHandovers,
  HandOverPost,
  HandoverPlans,
  People,
  PeopleQuery,
  PersonQuery,
  PostHoldersQuery,
  ReceivingPost,
  RevokeDelegation,
  SwitchPost,
  SystemAdministrators,
  UnitOfAgency,
  Units,
  UnitsQuery,
  WritePost,
];
