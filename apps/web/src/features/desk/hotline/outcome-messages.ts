import { callOutcomeNames } from '@shebao/hotline'
import { defineMessages } from '../../../shared/lib/messages.ts'

/** How a call ended: by an agent's word, or by itself. */
export const outcomeMessages = defineMessages(callOutcomeNames['zh-CN'], callOutcomeNames.en)
