import { Button } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { EmptyState } from './empty-state.tsx'
import { messages } from './table-messages.ts'

interface NothingFoundProps {
  /** The address of the whole list, or what shows it. */
  clear: string | (() => void)
  /** What was looked for, where "nothing matches" says too little. */
  title?: string
  children?: ReactNode
}

/** A list that holds something, but nothing of what its filters ask for: says so, with the way back to the whole list. */
export function NothingFound({ clear, title, children }: NothingFoundProps) {
  const t = useMessages(messages)
  const look = { variant: 'default', leftSection: <IconFilterOff size={16} aria-hidden /> } as const
  return (
    <EmptyState
      title={title ?? t('noRows')}
      next={
        typeof clear === 'string' ? (
          <Button {...look} component={Link} to={clear}>
            {t('clearFilters')}
          </Button>
        ) : (
          <Button {...look} onClick={clear}>
            {t('clearFilters')}
          </Button>
        )
      }
    >
      {children}
    </EmptyState>
  )
}
