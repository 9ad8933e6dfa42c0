import { Module } from '@nestjs/common';
import { ExchangesQuery } from './exchanges.query.js';
import { RecordExchanges } from './record-exchanges.js';
import { FoldClock } from './fold-clock.js';
import { FoldShare } from './fold-share.js';
import { RecountShare } from './recount-share.js';
import { ShareAgenciesQuery } from './share-agencies.query.js';
import { ShareQuery } from './share.query.js';
import { WriteExchanges } from './write-exchanges.js';

const provided = [RecordExchanges, ShareQuery, ShareAgenciesQuery, ExchangesQuery, RecountShare, FoldShare];

/** The electronic share. Every process that moves deliveries has to load it: it counts in their transactions. */
@Module({
  providers: [...provided, WriteExchanges],
  exports: provided,
})
export class MetricsModule {}

/** What the worker does by the clock besides. */
@Module({ imports: [MetricsModule], providers: [FoldClock] })
export class MetricsWorkerModule {}
