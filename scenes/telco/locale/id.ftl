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
   *[higher] Mengapa naik { MONEY($difference) }
}
changed-intro = Ada { COUNT($count) } hal yang berubah.
change = { $label ->
    [none] { $kind ->
        [other] { $direction ->
            [lower] Perubahan lain turun { MONEY($amount) }.
           *[higher] Perubahan lain naik { MONEY($amount) }.
        }
       *[tax] { $direction ->
            [lower] Pajak turun { MONEY($amount) }.
           *[higher] Pajak naik { MONEY($amount) }.
        }
    }
   *[named] { $kind ->
        [added] { $direction ->
            [lower] Baru: { TEXT($label) }, turun { MONEY($amount) }.
           *[higher] Baru: { TEXT($label) }, { MONEY($amount) }.
        }
        [removed] { $direction ->
            [lower] Tidak ditagihkan lagi: { TEXT($label) }, turun { MONEY($amount) }.
           *[higher] Sudah berakhir: { TEXT($label) }, naik { MONEY($amount) }.
        }
       *[changed] { $direction ->
            [lower] { TEXT($label) }: turun { MONEY($amount) }.
           *[higher] { TEXT($label) }: naik { MONEY($amount) }.
        }
    }
}
changed-label = { $kind ->
    [previous] { DATE($month, format: "month") }
    [current] { DATE($month, format: "month") }
    [other] Perubahan lain
   *[step] { $label ->
        [none] Pajak
       *[named] { TEXT($label) }
    }
}
changed-alt = { COUNT($count) } perubahan dari biaya tagihan sebelumnya ke biaya tagihan ini.

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
