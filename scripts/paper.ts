// Draws the first page of a PDF as Chromium shows it on the screen. Knows no plan and no file.

import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright';

/** US Letter at 96 pixels an inch. */
const LETTER = { width: 816, height: 1056 } as const;

/** The viewer leaves a border around the page. It is moved out of the image. */
const VIEWER =
  '<!doctype html><title>Paper</title><style>body{margin:0;overflow:hidden;background:#fff}' +
  'embed{position:fixed;inset:-8px;inline-size:calc(100% + 16px);block-size:calc(100% + 18px)}</style>' +
  '<embed type="application/pdf" src="/paper.pdf#toolbar=0&navpanes=0&view=Fit">';

async function serve(pdf: Buffer) {
  const server = createServer(({ url }, answer) => {
    const [type, body] = url === '/paper.pdf' ? ['application/pdf', pdf] : ['text/html', VIEWER];
    answer.setHeader('Content-Type', type).end(body);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, close };
}

/** True if the middle of the page's left margin is white. Until the page is drawn, the viewer there is dark or gray. */
const hasPaper = (page: Page, picture: Buffer): Promise<boolean> =>
  page.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const at = new OffscreenCanvas(1, 1).getContext('2d');
    at?.drawImage(image, -Math.round(image.width / 40), -Math.round(image.height / 2));
    return at?.getImageData(0, 0, 1, 1).data.every((channel) => channel === 255) ?? false;
  }, picture.toString('base64'));

const TRIES = 60;

/**
 * A PNG of the first page at twice the resolution of a screen. Rejects if no page appears, because some builds of
 * Chromium have no viewer.
 */
export async function drawPaper(browser: Browser, pdf: Buffer): Promise<Buffer> {
  const served = await serve(pdf);
  const context = await browser.newContext({ viewport: LETTER, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    await page.goto(served.url);
    let before: Buffer | undefined;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const picture = await page.screenshot();
      // The page is drawn when the image no longer changes.
      if (before?.equals(picture) && (await hasPaper(page, picture))) return picture;
      before = picture;
      await page.waitForTimeout(250);
    }
    throw new Error('This Chromium shows no PDF: install the whole browser, not its headless shell.');
  } finally {
    await context.close();
    served.close();
  }
}
