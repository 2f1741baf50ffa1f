import type { OpenConfirmationLinkMutation } from './confirm.generated.ts'

/** What the holder of a link is shown of themselves. */
export type Content = Extract<
  OpenConfirmationLinkMutation['openConfirmationLink'],
  { __typename: 'ConfirmationContent' }
>
