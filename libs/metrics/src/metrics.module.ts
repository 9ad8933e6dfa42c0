import { Module } from '@nestjs/common';
import { ExchangesQuery } from './exchanges.query.js';
import { RecordExchanges } from './record-exchanges.js';
import { RecountShare } from './recount-share.js';
import { ShareAgenciesQuery } from './share-agencies.query.js';
import { ShareQuery } from './share.query.js';

/** The electronic share. Every process that moves deliveries has to load it: it counts in their transactions. */
@Module({
  providers: [RecordExchanges, ShareQuery, ShareAgenciesQuery, ExchangesQuery, RecountShare],
  exports: [RecordExchanges, ShareQuery, ShareAgenciesQuery, ExchangesQuery, RecountShare],
})
export class MetricsModule {}
