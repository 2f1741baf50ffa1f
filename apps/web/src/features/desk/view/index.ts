/** What other features use of `desk/view`: the views of a list that somebody keeps. */
export { SavedViews } from './saved-views.tsx'
