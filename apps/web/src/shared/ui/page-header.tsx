import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './page.module.css'

/** The path whose heading was focused last; the first page keeps the browser's own focus. */
let announcedPath = typeof window === 'undefined' ? '' : window.location.pathname

interface PageHeaderProps {
  /** Where you are. Also the document's title. */
  title: string
  /** One line on what this page is for, or what is due. */
  lead?: ReactNode
  /** Where this page hangs: a link one level up. */
  above?: ReactNode
  /** What to do next: the page's main button. */
  next?: ReactNode
}

/** Heads every page. After a navigation its heading takes the focus, so screen readers start where the page starts. */
export function PageHeader({ title, lead, above, next }: PageHeaderProps) {
  const t = useMessages(messages)
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    if (announcedPath === pathname) return
    announcedPath = pathname
    // Where the page stands is not for the focus to say: back leads to where somebody was on it.
    heading.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <header className={style.pageHeader}>
      <title>{`${title} · ${t('productName')}`}</title>
      <div className={style.pageHeaderText}>
        {above ? <div className={style.above}>{above}</div> : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <p className={style.lead}>{lead}</p> : null}
      </div>
      {next ? <div className={style.pageHeaderNext}>{next}</div> : null}
    </header>
  )
}
