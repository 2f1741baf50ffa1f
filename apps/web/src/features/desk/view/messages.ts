import { defineMessages } from '../../../shared/lib/messages.ts'

export const messages = defineMessages(
  {
    views: '我的视图',
    save: '保存当前视图',
    manage: '管理视图',
    saved: '已保存“{name}”。',
    TOO_MANY: '一个列表最多保存 30 个视图，请先删除不用的。',
  },
  {
    views: 'My views',
    save: 'Save this view',
    manage: 'Manage views',
    saved: 'Saved “{name}”.',
    TOO_MANY: 'A list keeps 30 views at most. Delete one that you do not need.',
  },
)
