import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from './notice.tsx'
import classes from './qr-code.module.css'
import { qrPath } from './qr-path.ts'

type QrCodeProps = {
  text: string
  /** What it is for those who do not see it: "QR-code om je authenticator-app te koppelen". */
  label: string
}

/** `text` as a QR code: black on white in dark mode too, for cameras need it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const t = useTranslations('secondStep')
  const drawing = useDrawing(text)
  if (drawing === 'failed') return <Notice tone="warning">{t('qrFailed')}</Notice>
  return (
    <div className={classes.plate}>
      {drawing && (
        <svg className={classes.code} role="img" aria-label={label} viewBox={`0 0 ${drawing.size} ${drawing.size}`}>
          <path d={drawing.path} />
        </svg>
      )}
    </div>
  )
}

type Drawing = { path: string; size: number }

/** The library comes with the first code that is drawn: hardly any page needs it. */
function useDrawing(text: string): Drawing | 'failed' | undefined {
  const [drawing, setDrawing] = useState<Drawing | 'failed'>()
  useEffect(() => {
    let wanted = true
    const show = (drawn: Drawing | 'failed') => wanted && setDrawing(drawn)
    draw(text).then(show, () => show('failed'))
    return () => {
      wanted = false
    }
  }, [text])
  return drawing
}

async function draw(text: string): Promise<Drawing> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  return { size, path: qrPath({ size, get: (row, column) => modules.get(row, column) }) }
}
