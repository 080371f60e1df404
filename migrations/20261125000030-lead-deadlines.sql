-- 连带变动 a version that another clock's move brought about names that clock.
alter table deadlines add column led_by uuid;
comment on column deadlines.led_by is '连带 the clock whose move led this version, where it starts from that one';
