import { IconMessageQuestion } from '@tabler/icons-react'
import type { Feature, RolesOfRoute } from '../../../shared/lib/feature.ts'

const roles: RolesOfRoute['roles'] = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']

export const routes: Feature['routes'] = {
  me: [
    { path: 'ask', lazy: async () => ({ Component: (await import('./ask-page.tsx')).AskPage }) },
    { path: 'ask/:id', lazy: async () => ({ Component: (await import('./own-question-page.tsx')).OwnQuestionPage }) },
  ],
  staff: [
    {
      path: 'questions',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./desk-page.tsx')).DeskPage }),
    },
    {
      path: 'questions/articles',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./articles-page.tsx')).ArticlesPage }),
    },
    {
      path: 'questions/:id',
      handle: { roles } satisfies RolesOfRoute,
      lazy: async () => ({ Component: (await import('./question-task-page.tsx')).QuestionTaskPage }),
    },
  ],
}

export const places: Feature['places'] = {
  me: [{ to: '/me/ask', label: { zh: '问', en: 'Ask' }, icon: IconMessageQuestion, order: 40 }],
  staff: [
    {
      to: '/staff/questions',
      group: 'PEOPLE',
      label: { zh: '咨询', en: 'Questions' },
      icon: IconMessageQuestion,
      order: 35,
      waits: ['QUESTION'],
      roles,
    },
  ],
}
