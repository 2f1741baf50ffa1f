import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { confirmMessages } from './confirm-messages.ts'
import style from './confirm.module.css'

interface SignaturePadFieldProps {
  name: string
  error: string | undefined
  /** The signature as PNG, base64; nothing once it is wiped away. */
  onDrawn: (signature: string | undefined) => void
}

/** What is sent is as wide on every screen, and narrower where many strokes would make it larger than the office takes. */
const sentWidths = [480, 360, 280, 200] as const
const mostSent = 36_000

/** A field to sign in with a finger, a pen or a mouse. Who cannot draw types their name instead: the other way of the form. */
export function SignaturePadField({ name, error, onDrawn }: SignaturePadFieldProps) {
  const t = useMessages(confirmMessages)
  const hint = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const [empty, setEmpty] = useState(true)
  const tell = useRef(onDrawn)
  useEffect(() => {
    tell.current = onDrawn
  })
  useEffect(() => {
    const field = canvas.current
    if (!field) return undefined
    const pen = new SignaturePad(field, { penColor: '#111111', minWidth: 0.8, maxWidth: 2.8 })
    pad.current = pen
    pen.addEventListener('endStroke', () => {
      setEmpty(false)
      tell.current(pictureOf(field))
    })
    // Turned, a phone's field has another width: what was drawn is drawn again.
    const watch = new ResizeObserver(() => fit(field, pen))
    watch.observe(field)
    return () => {
      watch.disconnect()
      pen.off()
    }
  }, [])
  const wipe = () => {
    pad.current?.clear()
    setEmpty(true)
    onDrawn(undefined)
  }
  return (
    <div className={style.pad}>
      <p id={hint} className={style.soft}>
        {t('drawHint', { name })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn in; an `img` cannot be */}
      <canvas ref={canvas} role="img" aria-label={t(empty ? 'drawEmpty' : 'drawDone')} aria-describedby={hint} />
      {error === undefined ? null : (
        <p className={style.padError} role="alert">
          {error}
        </p>
      )}
      <div>
        <Button variant="default" disabled={empty} onClick={wipe}>
          {t('wipe')}
        </Button>
      </div>
    </div>
  )
}

function fit(field: HTMLCanvasElement, pen: SignaturePad): void {
  const ratio = Math.min(2, Math.max(1, window.devicePixelRatio))
  const [width, height] = [Math.round(field.offsetWidth * ratio), Math.round(field.offsetHeight * ratio)]
  if (width === field.width && height === field.height) return
  field.width = width
  field.height = height
  field.getContext('2d')?.scale(ratio, ratio)
  pen.redraw()
}

function pictureOf(field: HTMLCanvasElement): string {
  let picture = ''
  for (const width of sentWidths) {
    picture = pictureOfWidth(field, width)
    if (picture.length <= mostSent) break
  }
  return picture
}

function pictureOfWidth(field: HTMLCanvasElement, width: number): string {
  const sent = document.createElement('canvas')
  sent.width = width
  sent.height = Math.max(1, Math.round((field.height * width) / field.width))
  sent.getContext('2d')?.drawImage(field, 0, 0, sent.width, sent.height)
  return sent.toDataURL('image/png').split(',')[1] ?? ''
}
