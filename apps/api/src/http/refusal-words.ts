import type { Language } from '@shebao/kernel'

export type RefusalPage = 'SIGN_IN' | 'NOT_HERE' | 'NOT_AS_ASKED' | 'BUSY' | 'OUR_FAULT'

interface Words {
  readonly pages: Readonly<Record<RefusalPage, readonly [title: string, text: string]>>
  readonly signIn: string
  readonly again: string
  readonly home: string
  readonly reference: string
}

/** What somebody reads who opened a paper by its link and got none. */
export const refusalWords: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    pages: {
      SIGN_IN: ['请重新登录', '您已退出登录，或登录已过期。请登录后再打开这份文件。'],
      NOT_HERE: ['没有这份文件', '这个地址没有文件，或者您的账号无权查看。请回到相应页面重新打开。'],
      NOT_AS_ASKED: [
        '现在不能出具这份文件',
        '所办事项的状态不允许出具，或者地址不完整。请回到相应页面，那里写明了原因。',
      ],
      BUSY: ['请稍候再试', '正在打印的人较多。请过一会儿重新打开。'],
      OUR_FAULT: ['系统出错了', '这不是您的操作造成的。请稍后重新打开；仍然出错时，请把编号告诉经办机构。'],
    },
    signIn: '去登录',
    again: '重新打开',
    home: '返回首页',
    reference: '编号',
  },
  en: {
    pages: {
      SIGN_IN: ['Please sign in again', 'You signed out, or your session ended. Sign in, then open this file again.'],
      NOT_HERE: [
        'There is no such file',
        'Nothing stands at this address, or your account may not see it. Go back to the page it belongs to and open it from there.',
      ],
      NOT_AS_ASKED: [
        'This file cannot be issued now',
        'The matter is not at the point where it is issued, or the address is not whole. The page it belongs to says why.',
      ],
      BUSY: ['Please try again in a moment', 'Many people are printing. Open it again shortly.'],
      OUR_FAULT: [
        'Something went wrong on our side',
        'You did nothing wrong. Open it again later; if it fails again, tell the office this reference.',
      ],
    },
    signIn: 'Sign in',
    again: 'Open again',
    home: 'To the start page',
    reference: 'Reference',
  },
}
