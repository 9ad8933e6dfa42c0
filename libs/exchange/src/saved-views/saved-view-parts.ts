import { AddSavedView } from './add-saved-view.js';
import { DeleteSavedView } from './delete-saved-view.js';
import { EditSavedView } from './edit-saved-view.js';
import { OrderSavedViews } from './order-saved-views.js';
import { SavedViewsQuery } from './saved-views.query.js';

export { AddSavedView, DeleteSavedView, EditSavedView, OrderSavedViews, SavedViewsQuery };

/** What other libs and the API see of saved views. */
export const savedViewParts = [AddSavedView, DeleteSavedView, EditSavedView, OrderSavedViews, SavedViewsQuery];
