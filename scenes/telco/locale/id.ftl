# Bahasa Indonesia. Anda. Kalimat pendek, satu angka setiap kalimat.

## The film

film-title = { $month ->
    [none] Tagihan Anda
   *[other] Tagihan { DATE($month, format: "month") } Anda
}
bill-name = Tagihan { DATE($month, format: "month-year") }
bill-name-undated = Tagihan Anda

teaser-headline = Penjelasan tagihan { DATE($month, format: "month") } Anda
teaser-headline-undated = Penjelasan tagihan Anda

chapter-greeting = Selamat datang
chapter-total = Total Anda
chapter-changed = Apa yang berubah
chapter-good = Tetap sama
chapter-proration = Dihitung per hari
chapter-roaming = Di luar negeri
chapter-overage = Di luar paket
chapter-first = Tagihan pertama
chapter-charges = Biaya Anda
chapter-usage = Pemakaian Anda
chapter-history = Tagihan sebelumnya
chapter-note = Pesan untuk Anda
chapter-due = Pembayaran
chapter-closing = Penutup

## Greeting

greeting-hello = Halo { TEXT($name) },
greeting-hello-anonymous = Halo,
greeting-headline = inilah penjelasan tagihan Anda.
greeting-line = Halo { TEXT($name) }. Ini tagihan Anda untuk bulan { DATE($month, format: "month") }.
greeting-line-undated = Halo { TEXT($name) }. Ini tagihan Anda.
greeting-line-anonymous = Halo. Ini tagihan Anda untuk bulan { DATE($month, format: "month") }.
greeting-line-bare = Halo. Ini tagihan Anda.
fact-line = Nomor seluler
fact-number = Nomor tagihan
fact-period = Periode
fact-due = Jatuh tempo

## Total

total-label = Tagihan Anda untuk { DATE($month, format: "month") }
total-label-undated = Tagihan Anda
total-credit-label = Saldo kredit Anda
total-intro = Jumlahnya { MONEY($amount) }.
total-compare = { $direction ->
    [lower] Biaya Anda turun { MONEY($difference) } dari bulan { DATE($previous_month, format: "month") }.
   *[higher] Biaya Anda naik { MONEY($difference) } dari bulan { DATE($previous_month, format: "month") }.
}
total-same = Biaya Anda sama dengan bulan { DATE($previous_month, format: "month") }.
total-credit = Tidak ada yang perlu dibayar. Saldo kredit Anda { MONEY($amount) }.
total-nothing = Tidak ada yang perlu dibayar.
chip-higher = { MONEY($difference) } lebih tinggi dari { DATE($previous_month, format: "month") }
chip-lower = { MONEY($difference) } lebih rendah dari { DATE($previous_month, format: "month") }
chip-same = Sama dengan { DATE($previous_month, format: "month") }
due-on = Jatuh tempo { DATE($due, format: "full") }
total-alt = Dua batang: biaya tagihan sebelumnya dan tagihan ini.

## What changed

changed-headline = { $direction ->
    [lower] Mengapa turun { MONEY($difference) }
    [same] Ada perubahan, totalnya tetap
   *[higher] Mengapa naik { MONEY($difference) }
}
changed-intro = Ada { COUNT($count) } hal yang berubah.
# Satu pesan untuk tiap sebab. Masing-masing menjelaskan sebabnya, lalu { by }: berapa naik atau turunnya.
by = { $direction ->
    [lower] turun { MONEY($amount) }
   *[higher] naik { MONEY($amount) }
}
roaming-place = { $others ->
    [none] { COUNTRY($country, form: "in") }
    [1] { COUNTRY($country, form: "in") } dan { COUNTRY($second) }
   *[other] { COUNTRY($country, form: "in") } dan { COUNT($others) } negara lain
}
change-plan-changed = { $day ->
    [none] Anda beralih dari { TEXT($was) } ke { TEXT($label) }: { by }.
   *[known] Pada { DATE($day) }, Anda beralih dari { TEXT($was) } ke { TEXT($label) }: { by }.
}
change-product-added = { $day ->
    [none] Baru di tagihan Anda: { TEXT($label) }, { by }.
   *[known] { TEXT($label) } ditambahkan mulai { DATE($day) }: { by }.
}
change-product-removed = { $day ->
    [none] { TEXT($label) } sudah berakhir: { by }.
   *[known] { TEXT($label) } berakhir pada { DATE($day) }: { by }.
}
change-price-changed = { $price ->
    [none] Harga { TEXT($label) } berubah: { by }.
   *[known] { TEXT($label) } sekarang { MONEY($price, sign: "never") }: { by }.
}
change-promotion-started = { $day ->
    [none] { $price ->
        [none] Anda mendapat promo baru: { by }.
       *[known] Anda mendapat promo baru sebesar { MONEY($price, sign: "never") }: { by }.
    }
   *[known] { $price ->
        [none] Promo Anda dimulai pada { DATE($day) }: { by }.
       *[known] Promo Anda sebesar { MONEY($price, sign: "never") } dimulai pada { DATE($day) }: { by }.
    }
}
change-promotion-ended = { $day ->
    [none] { $price_before ->
        [none] Promo Anda sudah berakhir: { by }.
       *[known] Promo Anda sebesar { MONEY($price_before, sign: "never") } sudah berakhir: { by }.
    }
   *[known] { $price_before ->
        [none] Promo Anda berakhir pada { DATE($day) }: { by }.
       *[known] Promo Anda sebesar { MONEY($price_before, sign: "never") } berakhir pada { DATE($day) }: { by }.
    }
}
change-promotion-shrank = Promo { TEXT($label) } kini lebih kecil: { by }.
change-promotion-grew = Promo { TEXT($label) } kini lebih besar: { by }.
change-proration = { $part_on ->
    [now] { $days ->
        [none] { TEXT($label) } dihitung hanya untuk sebagian bulan: { by }.
       *[known] { TEXT($label) } dihitung hanya untuk { QUANTITY($days) }: { by }.
    }
    [last] { $days ->
        [none] Sebelumnya { TEXT($label) } dihitung hanya untuk sebagian bulan: { by }.
       *[known] Sebelumnya { TEXT($label) } dihitung hanya untuk { QUANTITY($days) }: { by }.
    }
   *[both] { TEXT($label) } dihitung untuk hari yang berbeda dari sebelumnya: { by }.
}
change-overage = { $usage ->
    [data] Data di luar paket: { by }.
    [voice] Panggilan di luar paket: { by }.
    [messages] Pesan di luar paket: { by }.
   *[other] Pemakaian di luar paket: { by }.
}
change-usage = { $direction ->
    [lower] { TEXT($label) }: turun { MONEY($amount) } dari bulan { DATE($month_before, format: "month") }.
   *[higher] { TEXT($label) }: naik { MONEY($amount) } dari bulan { DATE($month_before, format: "month") }.
}
change-roaming = { $kind ->
    [removed] Kali ini tidak ada roaming: { by }.
   *[charged] { $country ->
        [none] Roaming: { by }.
       *[known] Roaming { roaming-place }: { by }.
    }
}
change-one-time = { $kind ->
    [added] Ditagihkan satu kali: { TEXT($label) }, { by }.
    [removed] Hanya ditagihkan sebelumnya: { TEXT($label) }, { by }.
   *[both] { TEXT($label) }: { by }.
}
change-refund = { $kind ->
    [added] Uang Anda dikembalikan, { TEXT($label) }: { by }.
    [removed] Sebelumnya uang Anda dikembalikan, { TEXT($label) }: { by }.
   *[both] Pengembalian uang, { TEXT($label) }: { by }.
}
change-credit = { $kind ->
    [added] Anda mendapat kredit, { TEXT($label) }: { by }.
    [removed] Sebelumnya Anda mendapat kredit, { TEXT($label) }: { by }.
   *[both] Kredit Anda berubah, { TEXT($label) }: { by }.
}
change-late-fee = { $kind ->
    [added] Denda keterlambatan pembayaran: { by }.
    [removed] Kali ini tidak ada denda keterlambatan: { by }.
   *[both] Denda keterlambatan pembayaran berubah: { by }.
}
change-tax-rate = { $rate ->
    [none] Tarif pajak berubah: { by }.
   *[known] Tarif pajak sekarang { PERCENT($rate) }: { by }.
}
change-period-length = { $direction ->
    [lower] Tagihan ini mencakup lebih sedikit hari: { by }.
   *[higher] Tagihan ini mencakup lebih banyak hari: { by }.
}
change-rounding = Pembulatan pajak: { by }.
# Tanpa sebab: satu baris, pajak, atau semua perubahan kecil digabung ("other").
change-unnamed = { $kind ->
    [other] Perubahan lain: { by }.
   *[one] { $label ->
        [none] Pajak: { by }.
       *[named] { $kind ->
            [added] Baru: { TEXT($label) }, { by }.
            [removed] Tidak ditagihkan lagi: { TEXT($label) }, { by }.
           *[changed] { TEXT($label) }: { by }.
        }
    }
}
change-unexplained = Dari selisih itu, { MONEY($amount, sign: "never") } tidak dapat dijelaskan dari kedua tagihan.
change = { $cause ->
    [plan_changed] { change-plan-changed }
    [product_added] { change-product-added }
    [product_removed] { change-product-removed }
    [price_changed] { change-price-changed }
    [promotion_started] { change-promotion-started }
    [promotion_ended] { change-promotion-ended }
    [promotion_shrank] { change-promotion-shrank }
    [promotion_grew] { change-promotion-grew }
    [proration] { change-proration }
    [overage] { change-overage }
    [usage] { change-usage }
    [roaming] { change-roaming }
    [one_time] { change-one-time }
    [refund] { change-refund }
    [credit] { change-credit }
    [late_fee] { change-late-fee }
    [tax_rate] { change-tax-rate }
    [period_length] { change-period-length }
    [rounding] { change-rounding }
   *[none] { change-unnamed }
}
# Di bawah batang: apa itu, dalam beberapa kata.
bar-name = { $cause ->
    [plan_changed] { $day ->
        [none] Paket baru: { TEXT($label) }
       *[known] Paket baru mulai { DATE($day) }
    }
    [product_added] Baru: { TEXT($label) }
    [product_removed] Berakhir: { TEXT($label) }
    [price_changed] Harga baru: { TEXT($label) }
    [promotion_started] { $day ->
        [none] Promo baru
       *[known] Promo mulai { DATE($day) }
    }
    [promotion_ended] { $day ->
        [none] Promo berakhir
       *[known] Promo berakhir { DATE($day) }
    }
    [promotion_shrank] Promo lebih kecil
    [promotion_grew] Promo lebih besar
    [proration] Sebagian bulan: { TEXT($label) }
    [overage] { $usage ->
        [data] Data di luar paket
        [voice] Panggilan di luar paket
        [messages] Pesan di luar paket
       *[other] Pemakaian di luar paket
    }
    [usage] { $direction ->
        [lower] Turun: { TEXT($label) }
       *[higher] Naik: { TEXT($label) }
    }
    [roaming] { $kind ->
        [removed] Tanpa roaming
       *[charged] { $country ->
            [none] Roaming
           *[known] Roaming { roaming-place }
        }
    }
    [one_time] { $kind ->
        [added] Satu kali: { TEXT($label) }
        [removed] Hanya sebelumnya: { TEXT($label) }
       *[both] { TEXT($label) }
    }
    [refund] Pengembalian uang: { TEXT($label) }
    [credit] Kredit: { TEXT($label) }
    [late_fee] Denda keterlambatan
    [tax_rate] { $rate ->
        [none] Tarif pajak baru
       *[known] Tarif pajak { PERCENT($rate) }
    }
    [period_length] { $direction ->
        [lower] Lebih sedikit hari
       *[higher] Lebih banyak hari
    }
    [rounding] Pembulatan
   *[none] { $label ->
        [none] Pajak
       *[named] { TEXT($label) }
    }
}
bar-label = { $line ->
    [none] { bar-name }
   *[known] { bar-name }, { TEXT($line) }
}
changed-label = { $kind ->
    [total] { DATE($month, format: "month") }
    [other] Perubahan lain
    [unexplained] Belum jelas
   *[step] { bar-label }
}
changed-alt = { COUNT($count) } perubahan dari biaya tagihan sebelumnya ke biaya tagihan ini.

## A period in parts

proration-headline = { $kind ->
    [plan_changed] Dua paket, tiap hari dihitung sekali
    [started] Dihitung mulai { DATE($day) }
    [ended] Dihitung sampai { DATE($day) }
   *[part] Sebagian bulan
}
proration-intro = { $kind ->
    [plan_changed] Tiap hari dihitung satu kali.
   *[part] Hanya hari-hari ini yang ditagihkan.
}
proration-sub = { $kind ->
    [plan_changed] Anda mengganti paket pada { DATE($day) }.
   *[part] Hanya hari yang berwarna yang ditagihkan.
}
proration-name = { $label ->
    [none] Paket Anda
   *[named] { TEXT($label) }
}
proration-share = { $of_days ->
    [none] { QUANTITY($days) }
   *[known] { QUANTITY($days, unit: "no") } dari { QUANTITY($of_days) }
}
proration-part = { $days ->
    [none] { proration-name }: { MONEY($amount) }.
   *[known] { proration-name }, { proration-share }: { MONEY($amount) }.
}
proration-days = { $price ->
    [none] { $days ->
        [none] Sebagian bulan
       *[known] { proration-share }
    }
   *[known] { proration-price }
}
proration-price = { $whole ->
    [month] { MONEY($price, sign: "never") } per bulan
   *[period] { MONEY($price, sign: "never") } untuk semua hari
}
proration-alt = { $count ->
    [one] Kalender: hari yang ditagihkan terisi warna.
   *[other] Kalender: tiap hari berwarna menurut paket yang menagihnya.
}

## Use abroad

roaming-headline = Pemakaian di luar negeri
roaming-sub = seluruhnya di tagihan ini
roaming-line = Pemakaian di luar negeri sebesar { MONEY($amount) }.
roaming-told = Berikut biaya tiap negara.
roaming-country = { $country ->
    [none] Di tempat lain
   *[known] { COUNTRY($country) }
}
roaming-row = { roaming-country }: { MONEY($amount) }.

## Use beyond the plan

overage-cost = { $lead ->
    [true] Biayanya { MONEY($amount) }.
   *[false] { overage-label }: { MONEY($amount) }.
}
overage-label = { $usage ->
    [data] { QUANTITY($over) } data di luar paket
    [voice] { QUANTITY($over) } panggilan di luar paket
   *[other] { QUANTITY($over) } di luar paket
}

## A first bill

first-headline = { $higher ->
    [true] Mengapa tagihan pertama lebih tinggi
   *[false] Isi tagihan pertama Anda
}
first-intro = { $mix ->
    [both] Ini tagihan pertama Anda. Isinya sebagian bulan dan satu bulan penuh.
    [part] Ini tagihan pertama Anda, mulai { DATE($day) }.
   *[whole] Ini tagihan pertama Anda.
}
first-part = { $days ->
    [none] Hari-hari sebelum bulan penuh pertama: { MONEY($amount) }.
    [one] Hari pertama: { MONEY($amount) }.
   *[other] { QUANTITY($days) } pertama: { MONEY($amount) }.
}
first-part-label = { $period ->
    [none] Hari-hari pertama
   *[known] { PERIOD($period, format: "short") }
}
first-part-days = { $of_days ->
    [none] Sebagian bulan
   *[known] { proration-share }
}
first-advance = { $mix ->
    [both] Satu bulan penuh di muka: { MONEY($amount) }.
   *[whole] Satu bulan penuh: { MONEY($amount) }.
}
first-advance-label = { $period ->
    [none] Satu bulan penuh
   *[known] { PERIOD($period, format: "short") }
}
first-advance-days = { $mix ->
    [both] Satu bulan penuh, di muka
   *[whole] Satu bulan penuh
}
first-once = { $label ->
    [none] Ditagihkan satu kali: { MONEY($amount) }.
   *[named] Ditagihkan satu kali, { TEXT($label) }: { MONEY($amount) }.
}
first-once-label = { $label ->
    [none] Biaya satu kali
   *[named] { TEXT($label) }
}
first-once-sub = Ditagihkan satu kali
first-other = Lain-lain: { MONEY($amount) }.
first-other-label = Lain-lain
first-regular = Setelah itu, satu bulan penuh { MONEY($amount) }.
first-regular-label = Satu bulan penuh
first-regular-sub = belum termasuk pemakaian di luar paket

## Nothing changed

good-headline = Tidak ada yang berubah
good-line = Biaya Anda sama dengan bulan { DATE($month_before, format: "month") }, baris demi baris.
good-sub = Biaya yang sama dengan bulan { DATE($month_before, format: "month") }, baris demi baris.
good-month = { DATE($month, format: "month") }

## Charges

charges-headline = Rincian tagihan { DATE($month, format: "month") } Anda
charges-headline-undated = Rincian tagihan Anda
charges-total = Total
charges-intro = Inilah rincian tagihan Anda.
charges-largest = { $group ->
    [line] Yang terbesar: { TEXT($label) }, { MONEY($amount) }.
    [recurring] Yang terbesar adalah paket Anda: { MONEY($amount) }.
    [recurring_and_discounts] Yang terbesar adalah paket Anda beserta diskonnya: { MONEY($amount) }.
    [usage] Yang terbesar adalah pemakaian: { MONEY($amount) }.
    [roaming] Yang terbesar adalah roaming: { MONEY($amount) }.
    [one_time] Yang terbesar adalah biaya satu kali: { MONEY($amount) }.
    [device] Yang terbesar adalah perangkat Anda: { MONEY($amount) }.
    [content] Yang terbesar adalah konten: { MONEY($amount) }.
    [discount] Yang terbesar adalah diskon: { MONEY($amount) }.
    [credit] Yang terbesar adalah pengembalian: { MONEY($amount) }.
    [penalty] Yang terbesar adalah denda: { MONEY($amount) }.
    [tax] Yang terbesar adalah pajak: { MONEY($amount) }.
   *[other] Yang terbesar adalah biaya lain: { MONEY($amount) }.
}
charge-group = { $kind ->
    [line] { TEXT($label) }
    [recurring] Paket bulanan
    [recurring_and_discounts] Paket bulanan dan diskon
    [usage] Pemakaian
    [roaming] Roaming
    [one_time] Biaya satu kali
    [device] Perangkat
    [content] Konten
    [discount] Diskon
    [credit] Pengembalian
    [penalty] Denda
    [tax] Pajak
   *[other] Biaya lain
}
charges-alt = Cincin biaya yang membentuk total; daftar di sampingnya menyebutkan setiap bagian.

## Usage

usage-headline = { $state ->
    [over] { $kind ->
        [data] Pemakaian data Anda melebihi kuota
        [voice] Pemakaian telepon Anda melebihi kuota
        [messages] Pemakaian pesan Anda melebihi kuota
       *[other] Pemakaian Anda melebihi kuota
    }
    [near] { $kind ->
        [data] Kuota data Anda hampir habis terpakai
        [voice] Kuota telepon Anda hampir habis terpakai
        [messages] Kuota pesan Anda hampir habis terpakai
       *[other] Kuota Anda hampir habis terpakai
    }
    [unlimited] { $kind ->
        [data] Data Anda tanpa batas
        [voice] Telepon Anda tanpa batas
        [messages] Pesan Anda tanpa batas
       *[other] Paket Anda tanpa batas
    }
    [unknown] Pemakaian Anda
   *[within] { $kind ->
        [data] Pemakaian data Anda tidak melebihi kuota
        [voice] Pemakaian telepon Anda tidak melebihi kuota
        [messages] Pemakaian pesan Anda tidak melebihi kuota
       *[other] Pemakaian Anda tidak melebihi kuota
    }
}
usage-sub = { $state ->
    [over] { QUANTITY($over) } di atas kuota Anda.
   *[within] { $share ->
        [none] Sisa kuota { QUANTITY($remaining) }.
       *[known] Anda memakai { PERCENT($share) } kuota. Sisanya { QUANTITY($remaining) }.
    }
}
usage-line = { $state ->
    [over] Anda memakai { QUANTITY($used) } dari { QUANTITY($included) }. Itu lebih { QUANTITY($over) }.
    [near] Anda memakai { QUANTITY($used) } dari { QUANTITY($included) }: hampir semuanya.
    [unlimited] Anda memakai { QUANTITY($used) }, tanpa batas.
    [unknown] Anda memakai { QUANTITY($used) }.
   *[within] Anda memakai { QUANTITY($used) } dari { QUANTITY($included) }.
}
usage-of = dari { QUANTITY($included) }
usage-unlimited = tanpa batas
usage-amount = { $state ->
    [unlimited] { QUANTITY($used) }, tanpa batas
    [unknown] { QUANTITY($used) }
   *[limited] { QUANTITY($used) } dari { QUANTITY($included) }
}
usage-kind = { $kind ->
    [data] Data
    [voice] Telepon
    [messages] Pesan
   *[other] Pemakaian lain
}
usage-alt = Terpakai { QUANTITY($used) } dari { QUANTITY($included) }.
usage-slices-alt = Batang: pemakaian Anda pada setiap bagian periode.

## History

history-headline = { COUNT($count) } tagihan terakhir Anda
history-average = Rata-rata { MONEY($average) }
history-line = Rata-rata { COUNT($count) } tagihan terakhir: { MONEY($average) }.
history-alt = Batang: biaya { COUNT($count) } tagihan terakhir Anda.

## A personal note

note-headline = Pesan untuk Anda, { TEXT($name) }
note-headline-anonymous = Pesan untuk Anda
note-line = { TEXT($note) }
note-since = Pelanggan sejak { DATE($since, format: "month-year") }

## What is due

due-label = Jumlah yang harus dibayar
due-date = Bayar paling lambat { DATE($due, format: "full") }
due-debit-date = Debit otomatis pada { DATE($due, format: "full") }
step-line = { $kind ->
    [paid] Anda sudah membayar { MONEY($amount) }.
   *[carried_over] { $direction ->
        [lower] Kelebihan bayar { MONEY($amount) } dari tagihan sebelumnya diperhitungkan.
       *[higher] Dari tagihan sebelumnya terbawa { MONEY($amount) }.
    }
}
step-label = { $kind ->
    [carried_over] Saldo terbawa
    [paid] Sudah dibayar
    [rounding] Pembulatan
   *[charges] Biaya periode tagihan
}
due-total = Yang harus dibayar { MONEY($amount) }.
due-line = Jatuh tempo pada { DATE($due) }.
due-line-undated = Jumlah yang harus dibayar { MONEY($amount) }.
due-debit-line = Kami akan mendebit { MONEY($amount) } dari rekening Anda pada { DATE($due) }. Anda tidak perlu melakukan apa pun.
due-pay = Anda bisa { SPAN("membayar di sini", id: "pay") } atau { SPAN("melihat setiap baris", id: "details") } di bawah.
pay-now = Bayar sekarang
bill-details = Rincian tagihan

## Closing

closing-headline = Itulah tagihan Anda untuk { DATE($month, format: "month") }.
closing-headline-undated = Itulah tagihan Anda.
closing-thanks = Terima kasih, { TEXT($name) }.
closing-thanks-anonymous = Terima kasih.
closing-legal = Film ini menjelaskan tagihan Anda. Dokumen yang berlaku adalah faktur.
closing-line = Ada yang kurang jelas? Tanyakan kepada kami.

## The short film, when only total and due date are certain

short-line = Rincian lengkapnya ada di faktur Anda.
short-note = Faktur Anda memuat setiap baris. Anda dapat menemukannya di tempat Anda biasa menerima tagihan.

## Offers

chapter-offer = Penawaran
offer-label = Penawaran
offer-intro = Ada penawaran yang sesuai dengan tagihan Anda.
offer-more-data = Data Ekstra
offer-more-data-includes = Tambahan { QUANTITY($included) } di luar paket Anda, setiap bulan.
offer-more-data-instead = Data di luar paket
offer-roaming-everywhere = Roaming di Mana Saja
offer-roaming-everywhere-includes = Telepon, SMS, dan data di luar negeri, seperti di rumah.
offer-roaming-everywhere-instead = Roaming
offer-unlimited-calls = Telepon Tanpa Batas
offer-unlimited-calls-includes = Telepon ke semua jaringan nasional.
offer-unlimited-calls-instead = Telepon di luar paket
offer-price = { MONEY($price) } per bulan
offer-price-line = Harganya { MONEY($price) } per bulan.
offer-saving-line = Pada { COUNT($bills) } tagihan terakhir, Anda bisa membayar { MONEY($saving) } lebih sedikit.
offer-over = { COUNT($bills) } tagihan terakhir Anda
offer-instead-cost = Dengan penawaran ini
offer-less = Anda bisa menghemat
offer-ask = Anda bisa { SPAN("melihat rinciannya", id: "details") } di bawah. Tidak ada yang dipesan di sini.
offer-details = Lihat rincian
offer-terms = { $seller ->
    [none] Ini adalah penawaran. Rincian dan ketentuan ada di halamannya. Tidak ada yang dipesan di sini.
   *[named] Penawaran dari { TEXT($seller) }. Rincian dan ketentuan ada di halamannya. Tidak ada yang dipesan di sini.
}
