import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

const drawn = (rows: string[]) => qrPath({ size: rows.length, get: (row, column) => Number(rows[row]?.[column]) })

test.each([
  [['00', '00'], ''],
  [['10', '00'], 'M0 0h1v1h-1z'],
  [['11', '01'], 'M0 0h2v1h-2zM1 1h1v1h-1z'],
  [['101', '000', '011'], 'M0 0h1v1h-1zM2 0h1v1h-1zM1 2h2v1h-2z'],
])('%j is drawn as %j', (rows, path) => {
  expect(drawn(rows)).toBe(path)
})

test('every dark square of a real code is drawn, and no light one', () => {
  const { modules } = create('otpauth://totp/Keyholder:jan%40example.nl?secret=JBSWY3DPEHPK3PXP', {})
  const dark = [...modules.data].filter(Boolean).length
  const runs = [...qrPath({ size: modules.size, get: (row, column) => modules.get(row, column) }).matchAll(/h(\d+)v1/g)]
  expect(runs.reduce((sum, [, length]) => sum + Number(length), 0)).toBe(dark)
})
