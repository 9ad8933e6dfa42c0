import { z } from 'zod';

/**
 * `off`: no LibreOffice is set up; `unfit`: not a kind that is turned into pages; `unchecked`: the original is held or
 * was not looked at yet.
 */
export const renditionStates = ['waiting', 'made', 'failed', 'off', 'unfit', 'unchecked'] as const;

/** Why there are no pages: it can't be opened, it took too long, it is too large, or something of ours was down. */
export const renditionFaults = ['damaged', 'too-long', 'too-large', 'unavailable'] as const;
export type RenditionFault = (typeof renditionFaults)[number];

/** The pages of a Word or Excel file as a PDF that the system makes; the original stays as it is. */
export const RenditionView = z
  .object({ state: z.enum(renditionStates), fault: z.enum(renditionFaults).nullable() })
  .meta({ id: 'Rendition' });
export type RenditionView = z.infer<typeof RenditionView>;
