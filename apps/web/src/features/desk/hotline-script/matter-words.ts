import { scriptMatterNames } from '@shebao/hotline'
import { defineMessages } from '../../../shared/lib/messages.ts'

/** What callers call about. */
export const matterWords = defineMessages(scriptMatterNames['zh-CN'], scriptMatterNames.en)
