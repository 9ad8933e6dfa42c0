import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import classes from './file-viewer.module.css';
import { useZoom } from './use-zoom.js';
import { ViewerBar } from './viewer-bar.js';

/** A picture: as wide as there is room but not wider than it is, and from there larger or smaller. */
export function ImageView({ url, name }: { readonly url: string; readonly name: string }) {
  const zoom = useZoom();
  const { ref, width: room } = useElementSize();
  const [natural, setNatural] = useState(0);
  const fitting = natural === 0 ? room : Math.min(room, natural);
  return (
    <>
      <ViewerBar zoom={zoom} />
      <div className={classes.picture}>
        <div ref={ref}>
          <img
            src={url}
            alt={name}
            className={classes.image}
            style={{ width: Math.floor(fitting * zoom.factor) }}
            onLoad={(event) => setNatural(event.currentTarget.naturalWidth)}
          />
        </div>
      </div>
    </>
  );
}
