import { defineMessages } from '../lib/messages.ts'

export const messages = defineMessages(
  {
    conflictTitle: '另一位经办人也修改了这些内容',
    conflictText: '{time}保存的内容与您填写的不同，请逐项选择保留哪一个。其他内容已保留。',
    mine: '我填写的',
    theirs: '对方填写的',
    keepChoice: '保存选择',
    empty: '（空）',
    yes: '是',
    no: '否',
  },
  {
    conflictTitle: 'Another clerk changed the same answers',
    conflictText: 'What was saved at {time} differs from what you typed. Choose for each; everything else is kept.',
    mine: 'Mine',
    theirs: 'Theirs',
    keepChoice: 'Save my choice',
    empty: '(empty)',
    yes: 'Yes',
    no: 'No',
  },
)
