import { defineMessages } from '../lib/messages.ts'

/** Who may begin. */
export const outlookMessages = defineMessages(
  {
    mayOpen: '由{people}办理。',
    mayOpenNobody: '目前没有人有权办理。',
    unfinishable: '由您发起，后面的步骤将没有人可以办理。请由{people}发起。',
    unfinishableAll: '本机构目前人员不足，此事项发起后无法办结。请先由负责人增设人员。',
  },
  {
    mayOpen: 'This is for {people}.',
    mayOpenNobody: 'Nobody may do this now.',
    unfinishable: 'Begun by you, nobody would be left for a later step. Let {people} begin it.',
    unfinishableAll: 'The office has too few people to finish this. The head has to add somebody first.',
  },
)
